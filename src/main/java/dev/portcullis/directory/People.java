package dev.portcullis.directory;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The doorway for what an Admin says of people, which outweighs what their providers say: invites
 * them, carries them over to another connection, gives them the handle by which they are known.
 */
@Component
public class People {

  private final Invitations invitations;
  private final UserMoves moves;
  private final PersonEdits edits;
  private final ServiceAccountUsers serviceAccounts;

  People(
      Invitations invitations,
      UserMoves moves,
      PersonEdits edits,
      ServiceAccountUsers serviceAccounts) {
    this.invitations = invitations;
    this.moves = moves;
    this.edits = edits;
    this.serviceAccounts = serviceAccounts;
  }

  /**
   * Adds a user without an identity provider, who acts by credentials of their own; empty if
   * somebody has that e-mail. No sign-in ever becomes this user.
   */
  @OneTransaction
  public Optional<User> addServiceAccount(Caller caller, String email, String role) {
    return serviceAccounts.add(caller, email, role);
  }

  /**
   * Invites somebody. They become the user of the first sign-in with that verified e-mail, or of
   * SCIM's push with it. Who is awaited already is awaited on the new terms.
   */
  @OneTransaction
  public InvitationOutcome invite(Caller caller, Invitation invitation) {
    return invitations.invite(caller, invitation);
  }

  /**
   * Carries a person over to another connection, where they bear this external id: with id, role
   * and handle. What was said and claimed of them stays behind, and their sessions end.
   */
  @OneTransaction
  public MoveOutcome move(Caller caller, UUID userId, String connection, String externalId) {
    return moves.move(caller, userId, connection, externalId);
  }

  /** Gives a person a handle, whoever bore it or left it behind. */
  @OneTransaction
  public MoveOutcome giveHandle(Caller caller, UUID userId, String email) {
    return moves.giveHandle(caller, userId, email);
  }

  /**
   * Changes a person. What is the provider's of one whom SCIM manages stays as it is; a disabled
   * person's sessions and tokens end.
   */
  @OneTransaction
  public PersonOutcome edit(Caller caller, UUID userId, PersonEdit edit) {
    return edits.edit(caller, userId, edit);
  }

  /** Deletes a person, of whom a tombstone remains; sessions and tokens end. */
  @OneTransaction
  public PersonOutcome delete(Caller caller, UUID userId) {
    return edits.delete(caller, userId);
  }

  /** Lets whoever moderates a blueprint by hand moderate another one instead, or none. */
  @OneTransaction
  public void moderateInstead(Caller caller, String blueprint, Optional<String> other) {
    edits.moderateInstead(caller, blueprint, other);
  }
}
