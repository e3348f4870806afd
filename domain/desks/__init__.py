"""The desks of the office: use cases in a few verbs each, async, through the ports; the only async part of domain."""
