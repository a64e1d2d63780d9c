package org.torg.kernel.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.json.TorgJson;

/** What of a letter is kept sealed until it has left. */
record MailContent(String to, List<Argument> arguments, Optional<LinkJson> link) {

    private static final ObjectMapper JSON = TorgJson.mapper();

    record LinkJson(String page, String secret) {
        @Override
        public String toString() {
            return "LinkJson[" + page + "]";
        }
    }

    MailContent {
        arguments = List.copyOf(arguments);
    }

    static MailContent of(Mailer.Letter letter) {
        return new MailContent(
                letter.to(), letter.arguments(), letter.link().map(link -> new LinkJson(link.page(), link.secret())));
    }

    static MailContent read(String json) {
        try {
            return JSON.readValue(json, MailContent.class);
        } catch (JsonProcessingException e) {
            // Without the cause, which quotes what it could not read.
            throw new IllegalStateException("a mail's content that cannot be read");
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mail's content that cannot be written");
        }
    }

    @Override
    public String toString() {
        return "MailContent";
    }
}
