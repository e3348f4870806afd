-- name: faqs()
-- All answers to frequent questions: of each programme those of its file in their order, then those of the chat.
SELECT id AS faq_id, programme_id, key, question, answer, phrases, training_id
FROM faq
ORDER BY programme_id, origin = 'chat', position, id;

-- name: faq_of_question(question_id)^
-- The answer that was kept from a question.
SELECT id AS faq_id, programme_id, key, question, answer, phrases, training_id FROM faq WHERE question_id = :question_id;

-- name: list_faq(programme_id, key, question, answer, position)*!
-- Take an answer from a programme file; one kept from the chat stays one.
INSERT INTO faq (programme_id, key, question, answer, phrases, origin, position)
VALUES (:programme_id, :key, :question, :answer, '[]', 'file', :position)
ON CONFLICT (programme_id, key) DO UPDATE SET
    question = excluded.question, answer = excluded.answer,
    position = CASE faq.origin WHEN 'file' THEN excluded.position ELSE faq.position END;

-- name: unlist_faqs(programme_id, keys)!
-- Remove what the file of a programme lists no longer.
DELETE FROM faq
WHERE programme_id = :programme_id AND origin = 'file'
    AND key NOT IN (SELECT value FROM json_each(CAST(:keys AS TEXT)));

-- name: keep_faq(programme_id, key, question, answer, phrases, training_id, question_id)^
-- Keep an answer given in the chat, once; those of the chat stand in the order in which they were kept.
INSERT INTO faq (programme_id, key, question, answer, phrases, training_id, origin, position, question_id)
VALUES (:programme_id, :key, :question, :answer, :phrases, :training_id, 'chat', 0, :question_id)
ON CONFLICT DO NOTHING
RETURNING id AS faq_id, programme_id, key, question, answer, phrases, training_id;

-- name: drop_faq(faq_id)^
-- Remove an answer that was kept from the chat.
DELETE FROM faq WHERE id = :faq_id AND origin = 'chat' RETURNING id;

-- name: synonyms()
-- All groups of equal phrases that organisers added.
SELECT id AS synonym_id, phrases, added_by, added_at FROM synonym ORDER BY id;

-- name: add_synonym(phrases, added_by, added_at)^
-- Add a group of equal phrases.
INSERT INTO synonym (phrases, added_by, added_at) VALUES (:phrases, :added_by, :added_at) RETURNING id;

-- name: drop_synonym(synonym_id)^
-- Remove a group of equal phrases.
DELETE FROM synonym WHERE id = :synonym_id RETURNING id;
