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
 */
public record Search(
    DirectoryQuery users, DirectoryQuery groups, Sorting usersBy, Sorting groupsBy) {

  /** A search for users alone. */
  public static Search ofUsers(DirectoryQuery query, Sorting sorting) {
    return new Search(query, new DirectoryQuery.None(), sorting, Sorting.BY_ID);
  }

  /** A search for groups alone. */
  public static Search ofGroups(DirectoryQuery query, Sorting sorting) {
    return new Search(new DirectoryQuery.None(), query, Sorting.BY_ID, sorting);
  }
}
