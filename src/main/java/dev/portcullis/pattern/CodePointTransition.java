package dev.portcullis.pattern;

import dk.brics.automaton.State;

/** That every code point from the first to the last leads to a state. */
record CodePointTransition(int first, int last, State to) {}
