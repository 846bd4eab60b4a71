package dev.portcullis.jq;

/** A text that looks at the clock while it is read, so that a long match can be ended. */
final class MeteredText implements CharSequence {

  /** How many characters are read between two looks at the clock. */
  private static final int READ_BETWEEN_LOOKS = 64;

  private final String text;
  private final Meter meter;
  private int read;

  MeteredText(String text, Meter meter) {
    this.text = text;
    this.meter = meter;
  }

  @Override
  public char charAt(int index) {
    if (++read % READ_BETWEEN_LOOKS == 0) {
      meter.look();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
