package dev.portcullis.scim.dialect;

import dev.portcullis.connection.Dialect;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.Optional;

/**
 * How one dialect takes what clients send otherwise than RFC 7643 and RFC 7644 say, or leave open.
 */
public sealed interface Reading permits OktaReading, RfcReading, InteropReading {

  /** The reading of a connection's dialect. */
  static Reading of(Dialect dialect) {
    return switch (dialect) {
      case OKTA -> new OktaReading();
      case RFC -> new RfcReading();
      case INTEROP -> new InteropReading();
    };
  }

  /** What a text means where a boolean belongs; empty if it means none. */
  Optional<Boolean> booleanIn(String text);

  /**
   * Takes note of an attribute that no schema defines, and that is therefore left out.
   *
   * @throws ScimFault if the dialect refuses it
   */
  void leaveOut(String attribute, RequestNotes notes);

  /**
   * Lets a patch operation pass that has no path.
   *
   * @throws ScimFault if the dialect refuses it
   */
  void passPathless(int operation);

  /**
   * Lets a member pass that has no {@code type}.
   *
   * @throws ScimFault if the dialect refuses it
   */
  void passMissingMemberType();

  /**
   * Lets {@code members: null} pass.
   *
   * @throws ScimFault if the dialect refuses it
   */
  void passNullMembers();

  /** Whether a PUT, or a whole group in a patch, without members means that there are none. */
  boolean absentMembersMeanNone();

  /** Whether a group's PATCH is answered with the group. */
  boolean showsPatchedGroup(boolean attributesWanted);
}
