package org.torg.api.portal;

/** How something is meant. */
public enum Tone {
    /** As it should be. */
    OK,
    /** Worth knowing. */
    INFO,
    /** Something should be done. */
    WARN,
    /** Something is wrong. */
    BAD,
    /** At rest, or over. */
    IDLE
}
