package org.torg.shell.command;

import java.util.List;

/** The console shows its message, without a stack trace. */
final class CommandRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    CommandRefusedException(List<String> lines) {
        super(String.join(System.lineSeparator() + "  ", lines));
    }
}
