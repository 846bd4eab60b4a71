package dev.portcullis.scim.dialect;

import dev.portcullis.connection.Dialect;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.List;

/**
 * How one dialect takes what clients send otherwise than RFC 7643 and RFC 7644 say, or leave open.
 * The quirks are the same in all dialects; one mends them, one leaves them to the ordinary path,
 * and one refuses them. Whatever the dialect, the notes say which rule of the interoperability
 * profile a request breaks.
 */
public sealed interface Reading permits OktaReading, RfcReading, InteropReading {

  /** The quirks that show in values. */
  List<Quirk<SentValue>> OF_VALUES =
      List.of(
          new UnknownAttribute(),
          new NullList(),
          new TextBoolean(),
          new UntypedMember(),
          new UnlistedType());

  /** The quirks that show in operations of a patch. */
  List<Quirk<SentOperation>> OF_OPERATIONS =
      List.of(new PathlessOperation(), new SingleForMany(), new SelectedValues());

  /** The quirks that show before the body. */
  List<Quirk<SentHead>> OF_HEADS =
      List.of(
          new ConditionalHeader(),
          new WholeReplacement(),
          new FilteredChange(),
          new RichFilter(),
          new OtherMediaType(),
          new NamelessClient());

  /** The reading of a connection's dialect. */
  static Reading of(Dialect dialect) {
    return switch (dialect) {
      case OKTA -> new OktaReading();
      case RFC -> new RfcReading();
      case INTEROP -> new InteropReading();
    };
  }

  /**
   * A value as the ordinary path is to see it.
   *
   * @throws ScimFault if the dialect refuses it
   */
  default SentValue take(SentValue sent, RequestNotes notes) {
    return through(OF_VALUES, sent, notes);
  }

  /**
   * An operation as the ordinary path is to see it.
   *
   * @throws ScimFault if the dialect refuses it
   */
  default SentOperation take(SentOperation sent, RequestNotes notes) {
    return through(OF_OPERATIONS, sent, notes);
  }

  /**
   * Takes note of a request's head.
   *
   * @throws ScimFault if the dialect refuses it
   */
  default void take(SentHead sent, RequestNotes notes) {
    through(OF_HEADS, sent, notes);
  }

  private <T> T through(List<Quirk<T>> quirks, T sent, RequestNotes notes) {
    T taken = sent;
    for (Quirk<T> quirk : quirks) {
      if (quirk.isIn(taken)) {
        notes.breaksInterop(quirk.rule().breach());
        taken = taken(quirk, taken, notes);
      }
    }
    return taken;
  }

  /** What this dialect makes of a part that has a quirk. */
  <T> T taken(Quirk<T> quirk, T sent, RequestNotes notes);

  /** Takes note of an attribute that no schema defines, and that is therefore left out. */
  default void leaveOut(String attribute, RequestNotes notes) {
    notes.add("unknown attribute `" + attribute + "` ignored");
  }

  /** Whether a PUT without members means that there are none. */
  boolean absentMembersMeanNone();

  /** Whether a group's PATCH is answered with the group. */
  boolean showsPatchedGroup(boolean attributesWanted);
}
