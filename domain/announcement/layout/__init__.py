"""What stands where on a page: lines and cells, labels, days, hours and addresses; decides nothing about trainings."""
