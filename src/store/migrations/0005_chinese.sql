-- What the note says of activities and organisations is kept in Chinese too; the program fills these columns from its
-- reference tables where the English words are still those of the tables.
ALTER TABLE organisation ADD COLUMN role_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN description_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN date_text_zh TEXT NOT NULL DEFAULT '';

-- Chinese names that the reference tables have changed, where nobody has.
UPDATE person SET post_zh = '太平洋区域反腐败顾问'
  WHERE code = 'adviser-pacific' AND post_zh = '太平洋地区顾问';
UPDATE person SET post_zh = replace(post_zh, '区域顾问', '区域反腐败顾问')
  WHERE kind = 'adviser' AND post_zh LIKE '%区域顾问';
UPDATE category SET name_zh = '技术（科技）援助', aliases = '技术援助'
  WHERE code = 'C1-8' AND name_zh = '技术援助' AND aliases = '';
UPDATE theme SET name_zh = '政党经费筹措' WHERE name_en = 'political finance' AND name_zh = '政治筹资';
UPDATE theme SET name_zh = '起草法律' WHERE name_en = 'drafting of laws' AND name_zh = '法律起草';
UPDATE theme SET name_zh = '技能提升培训和指导'
  WHERE name_en = 'skills training and mentoring' AND name_zh = '技能培训和指导';
