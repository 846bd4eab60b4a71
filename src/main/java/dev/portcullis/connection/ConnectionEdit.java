package dev.portcullis.connection;

/** A change of settings, computed from those in force; without effect of its own. */
@FunctionalInterface
public interface ConnectionEdit {

  /** The settings as they should be. */
  ConnectionSettings apply(ConnectionSettings current);
}
