package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the pages that come with a blueprint, as Port does. */
@Component
class BlueprintPages {

  private final PortalObjects objects;

  BlueprintPages(PortalObjects objects) {
    this.objects = objects;
  }

  /** The page of one entity, and if wanted the one of all of them; pages that are there stay. */
  void make(Caller caller, BlueprintDefinition blueprint, boolean withCatalogPage) {
    page(caller, blueprint, blueprint.identifier() + "Entity", "entity", blueprint.title());
    if (withCatalogPage) {
      page(
          caller,
          blueprint,
          plural(blueprint.identifier()),
          "blueprint-entities",
          plural(blueprint.title()));
    }
  }

  private void page(
      Caller caller, BlueprintDefinition blueprint, String identifier, String type, String title) {
    if (!Identifiers.fitsBlueprint(identifier)) {
      return; // The blueprint's name leaves no room for one that follows from it.
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("identifier", identifier);
    document.put("title", title.length() > Identifiers.MAX_LENGTH ? blueprint.title() : title);
    document.put("blueprint", blueprint.identifier());
    document.put("type", type);
    document.put("widgets", List.of());
    objects.create(caller, PortalObject.Kind.PAGE, identifier, document);
  }

  private static String plural(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (folded.matches(".*[^aeiou]y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    if (folded.matches(".*(ss|us|x|z|ch|sh)")) {
      return word + "es";
    }
    return folded.endsWith("s") ? word : word + "s"; // `services` is one already
  }
}
