-- What Admins say of people, beside their role: a JSON object, null where nothing was said. And when SCIM spoke last.
alter table users add column hand_profile text;
alter table users add column scim_updated_at timestamp(6) with time zone;

update users set scim_updated_at = updated_at where scim_managed_since is not null;

-- An organization's settings as the portal keeps them: a JSON object, null where none were made.
alter table organizations add column settings text;
