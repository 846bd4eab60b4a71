package dev.portcullis.permission;

import dev.portcullis.permission.Role.Admin;
import dev.portcullis.permission.Role.Member;
import dev.portcullis.permission.Role.ModeratorOf;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A set of roles, made once and asked often. */
final class Roles extends AbstractSet<Role> {

  private final List<Role> sorted;
  private final boolean admin;
  private final Names moderated;

  private Roles(List<Role> sorted) {
    this.sorted = sorted;
    this.admin = sorted.contains(new Admin());
    this.moderated = Names.of(sorted.stream().flatMap(Roles::blueprint).toList());
  }

  static Roles of(Collection<Role> roles) {
    return roles instanceof Roles made
        ? made
        : new Roles(
            roles.stream().distinct().sorted(Comparator.comparing(Role::roleName)).toList());
  }

  private static Stream<String> blueprint(Role role) {
    return switch (role) {
      case ModeratorOf(String blueprint) -> Stream.of(blueprint);
      case Admin _, Member _ -> Stream.empty();
    };
  }

  boolean isAdmin() {
    return admin;
  }

  /** The blueprints that it moderates. */
  Names moderated() {
    return moderated;
  }

  /**
   * The role by which a grant to Members reaches the holder of these: any would do (Port rule 2),
   * and the first by its name, which is Admin or Member where they are held, is as good as another.
   */
  Role reachedAsMember() {
    return sorted.getFirst();
  }

  @Override
  public boolean contains(Object role) {
    return sorted.contains(role);
  }

  @Override
  public Iterator<Role> iterator() {
    return sorted.iterator();
  }

  @Override
  public int size() {
    return sorted.size();
  }
}
