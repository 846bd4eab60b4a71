package dev.portcullis.demo;

import java.util.Set;

/**
 * A group of the file: SCIM's group and, in Port's words, a team whose identifier is its name.
 *
 * @param name {@code organisation/team}, the group's {@code displayName}
 * @param members the people in it, each once
 */
record Team(String name, Set<Person> members) {}
