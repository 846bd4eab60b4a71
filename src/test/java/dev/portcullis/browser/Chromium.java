package dev.portcullis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's Chromium: one process for all tests, each of which gets a profile of its own. */
public final class Chromium {

  /** What keeps it from looking for its makers, and lets it run as root in a build. */
  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final double PATIENCE_MILLIS = 15_000;

  private static @Nullable Browser running;

  private Chromium() {}

  /** A fresh profile, without cookies and history. */
  public static BrowserContext profile() {
    return profile(new Browser.NewContextOptions());
  }

  /** The same on a phone. */
  public static BrowserContext phone() {
    return profile(new Browser.NewContextOptions().setViewportSize(360, 740).setIsMobile(true));
  }

  /** The same for somebody who likes it dark. */
  public static BrowserContext dark() {
    return profile(
        new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(ColorScheme.DARK));
  }

  private static BrowserContext profile(Browser.NewContextOptions options) {
    BrowserContext context = running().newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return context;
  }

  private static synchronized Browser running() {
    if (running == null) {
      // Without it Playwright looks for a Node.js of its own.
      System.setProperty(
          "playwright.nodejs.path",
          onPath("node").orElseThrow(() -> missing("Node.js")).toString());
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      running =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable())
                      .setArgs(SWITCHES));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return running;
  }

  /** Fails where there is none: a proof that was not run must not look like one. */
  private static Path executable() {
    String named = System.getenv("CHROMIUM_PATH");
    return named != null
        ? Path.of(named)
        : Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> onPath(name).stream())
            .findFirst()
            .orElseThrow(() -> missing("Chromium"));
  }

  private static Optional<Path> onPath(String program) {
    String folders = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(folders.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static AssertionError missing(String what) {
    return new AssertionError(what + " is missing; scripts/browser installs it");
  }
}
