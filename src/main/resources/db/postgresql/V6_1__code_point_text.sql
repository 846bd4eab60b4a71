-- Text that compares by code point, whatever the database's locale.
create domain code_point_text as varchar collate "C";

-- What users and groups are sorted by and compared with has columns of its own beside the values.
alter table users alter column user_name_key type varchar(256) collate "C";
alter table users alter column external_id type varchar(256) collate "C";
alter table users alter column external_id_key type varchar(256) collate "C";
alter table groups alter column display_name_key type varchar(256) collate "C";
alter table groups alter column external_id type varchar(256) collate "C";
