package org.torg.api;

import java.util.List;

/**
 * A text for people that is not yet in a language.
 *
 * @param key looked up in the texts of the vendor, then of the kernel
 * @param english the fallback, with {@code {0}}, {@code {1}} … for the arguments
 * @param arguments what goes into the places, formatted by the reader's locale
 */
public record Message(String key, String english, List<Argument> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, String english, Argument... arguments) {
        return new Message(key, english, List.of(arguments));
    }
}
