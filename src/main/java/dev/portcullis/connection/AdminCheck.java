package dev.portcullis.connection;

import java.util.UUID;

/** Says whether an organization has an Admin; lent by the room that knows who is one. */
public interface AdminCheck {

  /**
   * Whether somebody who may act is an Admin at this moment. Until the transaction ends no other
   * one that asks gets an answer, so that two changes cannot take one half of the Admins each.
   */
  boolean hasAdmin(UUID organizationId);
}
