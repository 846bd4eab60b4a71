-- PostgreSQL's function of that name; H2 joins by the keys in any case.
create alias gather_statistics for "dev.portcullis.organization.Sql.gatherStatistics";
