package dev.portcullis.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of settings, as environment variables (Spring Boot's relaxed binding). */
public final class SettingNames {

  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  private SettingNames() {}

  /** The variable of a property: {@code server.max-http-request-header-size} without hyphens. */
  public static String variable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The variable of one of our own settings, whose words underscores separate. */
  public static String ownVariable(String component) {
    return "PORTCULLIS_" + component.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /**
   * Every variable that Spring Boot knows; those that begin a family, such as {@code
   * LOGGING_LEVEL_}, end in an underscore.
   */
  public static Set<String> knownToSpring() {
    Set<String> names = new TreeSet<>();
    try {
      for (URL metadata : Collections.list(loader().getResources(METADATA))) {
        try (InputStream json = metadata.openStream()) {
          JsonMapper.shared()
              .readTree(json)
              .path("properties")
              .forEach(property -> names.add(variableOf(property)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static String variableOf(JsonNode property) {
    boolean family = property.path("type").asString("").startsWith("java.util.Map");
    return variable(property.path("name").asString()) + (family ? "_" : "");
  }

  /** Whether Spring Boot knows a variable, by itself or as one of a family. */
  public static boolean isKnown(String variable, Set<String> known) {
    return known.contains(variable)
        || known.stream().anyMatch(name -> name.endsWith("_") && variable.startsWith(name));
  }

  /** The properties that {@code application.properties} sets. */
  public static List<String> setByUs() {
    Properties properties = new Properties();
    try (InputStream file = loader().getResourceAsStream("application.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream().sorted().collect(Collectors.toList());
  }

  private static ClassLoader loader() {
    return SettingNames.class.getClassLoader();
  }
}
