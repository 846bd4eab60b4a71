package dev.portcullis.permission;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A set of names, made once and asked often: sorted, hashed, and as a value for policies.
 *
 * <p>{@link #firstShared} is what a decision is made of. It goes through the smaller of two sets
 * and looks into the larger one, by hashes that lie side by side; it allocates nothing.
 */
final class Names extends AbstractSet<String> {

  private static final Names NONE = new Names(new String[0]);

  /** Slots for each name. At a quarter of load nearly every look-up ends at its first slot. */
  private static final int SLOTS_PER_NAME = 4;

  /**
   * How many slots in a row may be taken. Names chosen to collide take more, and are then searched
   * in their order instead.
   */
  private static final int MAX_PROBES = 32;

  private final String[] sorted;
  private final int[] hashes;

  /** Where each name lies in {@link #sorted}, from 1; 0 is free. Empty: search instead. */
  private final int[] slots;

  /**
   * One bit of 64 for each name, by its hash: two sets without a common bit share no name, which is
   * most of what is asked of small sets, and is answered without looking further.
   */
  private final long filter;

  private final PropertyValue value;

  private Names(String[] sorted) {
    this.sorted = sorted;
    this.hashes = Arrays.stream(sorted).mapToInt(Names::hash).toArray();
    this.slots = slots(hashes);
    this.filter = Arrays.stream(hashes).mapToLong(Names::bit).reduce(0, (all, bit) -> all | bit);
    this.value = PropertyValue.ofTexts(List.of(sorted));
  }

  static Names of(Collection<String> names) {
    if (names instanceof Names made) {
      return made;
    }
    return names.isEmpty()
        ? NONE
        : new Names(names.stream().distinct().sorted().toArray(String[]::new));
  }

  /** Mixes so that names which differ in one letter differ in every bit. */
  private static int hash(String name) {
    int mixed = (name.hashCode() ^ (name.hashCode() >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  private static long bit(int hash) {
    return 1L << (hash >>> 26);
  }

  private static int[] slots(int[] hashes) {
    int size = Integer.highestOneBit(Math.max(1, hashes.length) * SLOTS_PER_NAME); // a power of 2
    int[] slots = new int[size];
    for (int index = 0; index < hashes.length; index++) {
      int probes = 0;
      int slot = slot(hashes[index], size);
      while (slots[slot] != 0) {
        if (++probes > MAX_PROBES) {
          return new int[0];
        }
        slot = (slot + 1) & (size - 1);
      }
      slots[slot] = index + 1;
    }
    return slots;
  }

  private static int slot(int hash, int size) {
    return hash & (size - 1);
  }

  /** Where the name lies in the order of names; negative if it is none of them. */
  private int indexOf(String name, int hash) {
    int size = slots.length;
    if (size == 0) {
      return Arrays.binarySearch(sorted, name);
    }
    int slot = slot(hash, size);
    for (int taken = slots[slot]; taken != 0; taken = slots[slot]) {
      if (hashes[taken - 1] == hash && sorted[taken - 1].equals(name)) {
        return taken - 1;
      }
      slot = (slot + 1) & (size - 1);
    }
    return -1;
  }

  /**
   * Where the first name that both have lies in the order of these names; negative if they share
   * none.
   */
  int firstShared(Names held) {
    if ((filter & held.filter) == 0) {
      return -1;
    }
    return held.sorted.length <= sorted.length ? firstHeldBy(held) : firstOfMineIn(held);
  }

  private int firstHeldBy(Names held) {
    for (int i = 0; i < held.sorted.length; i++) {
      int index = indexOf(held.sorted[i], held.hashes[i]);
      if (index >= 0) {
        return index;
      }
    }
    return -1;
  }

  private int firstOfMineIn(Names held) {
    for (int i = 0; i < sorted.length; i++) {
      if (held.indexOf(sorted[i], hashes[i]) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Where each name that both have lies in the order of these names, in that order. */
  void eachShared(Names held, IntConsumer use) {
    boolean isSmaller = sorted.length <= held.sorted.length;
    Names smaller = isSmaller ? this : held;
    Names larger = isSmaller ? held : this;
    for (int i = 0; i < smaller.sorted.length; i++) {
      int index = larger.indexOf(smaller.sorted[i], smaller.hashes[i]);
      if (index >= 0) {
        use.accept(isSmaller ? i : index);
      }
    }
  }

  /** The name at this place in the order of names. */
  String at(int index) {
    return sorted[index];
  }

  /** The names as an array of texts, in their order. */
  PropertyValue asValue() {
    return value;
  }

  @Override
  public boolean contains(Object name) {
    return name instanceof String text && indexOf(text, hash(text)) >= 0;
  }

  @Override
  public Iterator<String> iterator() {
    return List.of(sorted).iterator();
  }

  @Override
  public int size() {
    return sorted.length;
  }
}
