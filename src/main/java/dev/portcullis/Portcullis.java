package dev.portcullis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Portcullis {

  /** Runs until the process is told to stop; settings come from the environment. */
  public static void main(String[] args) {
    SpringApplication.run(Portcullis.class, args);
  }
}
