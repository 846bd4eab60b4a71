package dev.portcullis.organization;

import java.util.List;

/** What became of an edit of an organization's profile. */
public sealed interface OrganizationProfileOutcome {

  /** It is stored as shown. */
  record Stored(OrganizationProfile profile) implements OrganizationProfileOutcome {}

  /** It cannot be so; each problem names a field and what to change. */
  record Rejected(List<String> problems) implements OrganizationProfileOutcome {}
}
