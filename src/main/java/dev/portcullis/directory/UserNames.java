package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sees to it that a user name is one person's in a connection, without regard to case. */
@Component
class UserNames {

  private static final int TRIES = 1_000;

  /** So that a number fits behind it, also where folding case makes three characters of one. */
  private static final int LONGEST_STEM = 80;

  private final Users users;

  UserNames(Users users) {
    this.users = users;
  }

  /**
   * Frees a user name that SCIM assigns. A sign-in's user gives it up and gets another; one that
   * SCIM manages keeps it.
   *
   * @param owner who may bear it already
   * @return whether the name is free now
   */
  boolean freed(Connection connection, String userName, Optional<User> owner) {
    Optional<User> bearer =
        users
            .lockByUserName(connection, userName)
            .filter(user -> owner.filter(own -> own.id().equals(user.id())).isEmpty());
    if (bearer.isEmpty()) {
      return true;
    }
    if (bearer.get().managedByScim()) {
      return false;
    }
    String other = firstFree(connection, bearer.get().externalId().stream(), userName);
    users.update(bearer.get(), bearer.get().withUserName(other));
    return true;
  }

  /** The first of these that nobody bears, else the last resort with the first free number. */
  String firstFree(Connection connection, Stream<String> candidates, String lastResort) {
    String stem = lastResort.substring(0, Math.min(lastResort.length(), LONGEST_STEM));
    Stream<String> numbered =
        IntStream.rangeClosed(2, TRIES).mapToObj(number -> stem + "-" + number);
    return Stream.concat(candidates, numbered)
        .filter(name -> UserProfile.nameProblem("userName", name).isEmpty())
        .filter(name -> users.lockByUserName(connection, name).isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free user name in " + TRIES));
  }
}
