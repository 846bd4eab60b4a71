package dev.portcullis.signin.browser;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * Sees to it that a browser's session holds texts alone: neither can an object find its way into
 * the database, nor one be made of what lies there.
 */
@Configuration
class SessionTexts {

  /** Spring Session looks for a bean of this name. */
  @Bean
  ConversionService springSessionConversionService() {
    GenericConversionService texts = new GenericConversionService();
    texts.addConverter(
        Object.class,
        byte[].class,
        value -> {
          if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
          }
          throw new IllegalArgumentException(
              "a session holds texts alone, and not " + value.getClass());
        });
    texts.addConverter(
        byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
    return texts;
  }
}
