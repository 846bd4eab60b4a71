package dev.portcullis.attribute;

/** What a search asks of users or groups, free of the language that it was written in. */
public sealed interface DirectoryQuery {

  /** Everything. */
  record All() implements DirectoryQuery {}

  /** What has exactly this value, by the attribute's own rule of case. */
  record Equal(Attribute attribute, String value) implements DirectoryQuery {}

  /** What can be searched for. */
  enum Attribute {
    ID,
    USER_NAME,
    EXTERNAL_ID,
    DISPLAY_NAME
  }
}
