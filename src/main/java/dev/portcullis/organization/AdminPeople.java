package dev.portcullis.organization;

import java.util.UUID;

/** Says whether an organization has an Admin who is a person; told by the room that knows. */
public interface AdminPeople {

  /**
   * Whether a person who may act is an Admin at this moment. To be called within a transaction,
   * until the end of which no other that asks gets an answer.
   */
  boolean hasAdmin(UUID organizationId);
}
