package dev.portcullis.directory;

import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Sorting;

/**
 * What is searched for among the users and groups of a connection, each by their own attributes.
 *
 * @param users which users; {@link DirectoryQuery.None} where only groups are meant
 * @param groups which groups; {@link DirectoryQuery.None} where only users are meant
 * @param usersBy the order of users; both orders have the same direction
 * @param groupsBy the order of groups
 * @param locationPrefix what stands before {@code /Users/<id>} and {@code /Groups/<id>} in the
 *     locations that clients see, so that they can be compared
 */
public record Search(
    DirectoryQuery users,
    DirectoryQuery groups,
    Sorting usersBy,
    Sorting groupsBy,
    String locationPrefix) {

  public Search {
    if (usersBy.descending() != groupsBy.descending()) {
      throw new IllegalArgumentException("users and groups are sorted in the same direction");
    }
  }

  /** A search for users alone. */
  public static Search ofUsers(DirectoryQuery query, Sorting sorting, String locationPrefix) {
    Sorting groupsBy = new Sorting(Sorting.BY_ID.by(), sorting.descending());
    return new Search(query, new DirectoryQuery.None(), sorting, groupsBy, locationPrefix);
  }

  /** A search for groups alone. */
  public static Search ofGroups(DirectoryQuery query, Sorting sorting, String locationPrefix) {
    Sorting usersBy = new Sorting(Sorting.BY_ID.by(), sorting.descending());
    return new Search(new DirectoryQuery.None(), query, usersBy, sorting, locationPrefix);
  }

  boolean findsUsers() {
    return !(users instanceof DirectoryQuery.None);
  }

  /** Whether what it finds comes in order of the ids. */
  boolean isById() {
    return usersBy.by().isEmpty() && groupsBy.by().isEmpty();
  }
}
