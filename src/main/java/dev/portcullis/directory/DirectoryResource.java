package dev.portcullis.directory;

import java.util.UUID;

/** What a search finds. */
public sealed interface DirectoryResource permits User, Group {

  /** Unique in the organization, whatever the resource's type. */
  UUID id();
}
