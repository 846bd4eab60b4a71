package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.ScimFault;
import java.util.function.Function;

/**
 * What the SCIM interoperability profile (draft-zollner-scim-interop-profile) asks of clients. The
 * sections are those of its revision 01. The activity log shows which of them a request breaks,
 * whatever the connection's dialect.
 */
public enum InteropRule {

  /** Every operation of a patch names its target. */
  PATH_IN_EVERY_OPERATION("path-less PATCH", "6.5.1.1", ScimFault::invalidSyntax),

  /** What no schema defines is not sent. */
  DEFINED_ATTRIBUTES_ONLY("unknown attribute", "5.3", ScimFault::invalidSyntax),

  /** Booleans are booleans, as RFC 7643 §2.3.2 has them. */
  BOOLEANS_ARE_BOOLEANS("boolean sent as text", "5", ScimFault::invalidValue),

  /** Members say of which type they are. */
  MEMBERS_HAVE_TYPES("member without type", "5", ScimFault::invalidValue),

  /** A list without values is an empty list, or is left out. */
  NO_NULL_LISTS("null for a list", "5", ScimFault::invalidValue),

  /** Members are pushed before the groups that they are in. */
  MEMBERS_ARE_KNOWN("member not known yet", "5", ScimFault::invalidValue),

  /** No preconditions are sent. */
  NO_CONDITIONAL_HEADERS("conditional header", "6.7", ScimFault::invalidValue),

  /** Only types that the schema lists are used; the server takes others. */
  LISTED_TYPES_ONLY("type that the schema does not list", "5.4"),

  /** Bodies are sent as {@code application/scim+json}. */
  SCIM_MEDIA_TYPE("other Content-Type", "6.2"),

  /** Clients say who they are. */
  USER_AGENT("no User-Agent", "6.2"),

  /** Filters make do with {@code eq} and {@code and}. */
  EQ_AND_AND_ONLY("filter with more than eq and and", "6.3"),

  /** The address of a change has no filter. */
  NO_FILTER_ON_CHANGES("filter on a change", "6.3"),

  /** Resources are changed by PATCH. */
  PATCH_INSTEAD_OF_PUT("PUT", "6.5"),

  /** A multi-valued attribute is added to, or replaced, by a list. */
  LISTS_FOR_MANY("single value for a list", "6.5.2.2"),

  /** A value filter is followed by a sub-attribute. */
  PART_OF_SELECTED_VALUE("value filter without sub-attribute", "6.5.2.2");

  private final String breach;
  private final String section;
  private final boolean refused;
  private final Function<String, ScimFault> fault;

  /** A rule whose breach the {@code interop} dialect refuses. */
  InteropRule(String breach, String section, Function<String, ScimFault> fault) {
    this(breach, section, true, fault);
  }

  /** A rule for clients whose breach harms nobody: it is noted only. */
  InteropRule(String breach, String section) {
    this(breach, section, false, ScimFault::invalidValue);
  }

  InteropRule(String breach, String section, boolean refused, Function<String, ScimFault> fault) {
    this.breach = breach;
    this.section = section;
    this.refused = refused;
    this.fault = fault;
  }

  /** What a request does that breaks it, in a few words. */
  public String breach() {
    return breach;
  }

  /** Where the profile has it. */
  public String section() {
    return section;
  }

  /** Whether the {@code interop} dialect refuses its breach. */
  public boolean isRefused() {
    return refused;
  }

  ScimFault fault(String detail) {
    return fault.apply(detail);
  }
}
