package dev.portcullis.organization;

/** What became of an operator's wish for an organization. */
public sealed interface OrganizationOutcome {

  /** It exists now, with the credentials of its first API client. */
  record Created(Organization organization, ClientCredentials apiClient)
      implements OrganizationOutcome {}

  /** It is gone with everything in it. */
  record Deleted() implements OrganizationOutcome {}

  /** There is none of that id. */
  record NotFound() implements OrganizationOutcome {}

  /** Another organization has that name. */
  record NameTaken(String name) implements OrganizationOutcome {}

  /** The wish is not one that can be granted, for the given reason. */
  record Rejected(String problem) implements OrganizationOutcome {}

  /** Only the operator, the first API client of the first organization, may ask. */
  record NotOperator() implements OrganizationOutcome {}
}
