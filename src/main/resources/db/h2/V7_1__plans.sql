-- PostgreSQL's set_config() changes a setting of the planner, of which H2 has none.
create alias set_config for "dev.portcullis.organization.Sql.setConfig";
