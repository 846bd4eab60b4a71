package dev.portcullis.permission;

/** The question: may this subject do this with that resource, in these circumstances? */
public record AccessRequest(
    Subject subject, Action action, Resource resource, Circumstances circumstances) {

  /** The question where no policy needs to look further. */
  public AccessRequest(Subject subject, Action action, Resource resource) {
    this(subject, action, resource, Circumstances.NONE);
  }
}
