package dev.portcullis.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts parameters to an address without touching what it is. */
final class Addresses {

  private Addresses() {}

  static String with(String address, Map<String, String> parameters) {
    return address + (address.contains("?") ? "&" : "?") + form(parameters);
  }

  static String withFragment(String address, Map<String, String> parameters) {
    return address + "#" + form(parameters);
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
