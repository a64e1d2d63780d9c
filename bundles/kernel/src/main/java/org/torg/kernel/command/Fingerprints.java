package org.torg.kernel.command;

/** Tells equal requests from others without keeping them, and so that who reads the database cannot try guesses. */
public interface Fingerprints {

    /** At most 64 characters. */
    String of(byte[] request);

    /** Whether this fingerprint is of this request; not when what it was made with is gone. */
    boolean match(String fingerprint, byte[] request);
}
