package dev.portcullis.permission;

import dev.portcullis.permission.Role.Admin;
import dev.portcullis.permission.Role.Member;
import dev.portcullis.permission.Role.ModeratorOf;
import java.util.Set;

/** The people and entities of the stories about blueprint {@code Env}. */
final class Cast {

  static final Subject ADMIN = person("adm", new Admin());
  static final Subject MODERATOR = person("mod", new ModeratorOf("Env"));
  static final Subject MODERATOR_OF_OTHER = person("mod2", new ModeratorOf("Other"));
  static final Subject MEMBER = person("mem", new Member(), "t1");

  static final Resource OWNED_BY_T1 = entity("e1", "t1");
  static final Resource OWNED_BY_T2 = entity("e2", "t2");
  static final Resource UNOWNED = entity("e3");

  private Cast() {}

  static Subject person(String name, Role role, String... teams) {
    return new Subject(name, Set.of(role), Set.of(teams), Set.of(name + "@myorg.com"), true);
  }

  static Resource entity(String id, String... owningTeams) {
    return new Resource("Env", id, Set.of(owningTeams));
  }

  static boolean may(
      Subject subject, String action, Resource resource, PermissionDocument document) {
    return Authorizer.decide(request(subject, action, resource), document.compiled()).isAllowed();
  }

  static AccessRequest request(Subject subject, String action, Resource resource) {
    return new AccessRequest(subject, Action.parse(action).orElseThrow(), resource);
  }
}
