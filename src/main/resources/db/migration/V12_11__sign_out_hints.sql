-- The ID token of a session, sealed: providers want to see it before they end their own session. It goes with the session.
create table sign_out_hints (
  organization_id uuid not null,
  session_id uuid not null,
  sealed_id_token text not null,
  constraint sign_out_hints_pk primary key (organization_id, session_id),
  constraint sign_out_hints_session foreign key (organization_id, session_id)
    references sign_in_sessions on delete cascade
);
