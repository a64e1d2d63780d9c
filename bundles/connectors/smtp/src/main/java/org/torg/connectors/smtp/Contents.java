package org.torg.connectors.smtp;

import com.sun.mail.handlers.multipart_mixed;
import com.sun.mail.handlers.text_html;
import com.sun.mail.handlers.text_plain;
import java.util.Locale;
import javax.activation.CommandInfo;
import javax.activation.CommandMap;
import javax.activation.DataContentHandler;
import javax.activation.DataHandler;

/** Writes the parts of our mails; without the files of other bundles, which a class loader of OSGi does not find. */
final class Contents extends CommandMap {

    static DataHandler handler(Object content, String type) {
        DataHandler handler = new DataHandler(content, type);
        handler.setCommandMap(new Contents());
        return handler;
    }

    @Override
    public DataContentHandler createDataContentHandler(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("multipart/")) {
            return new multipart_mixed();
        }
        return lower.startsWith("text/html") ? new text_html() : new text_plain();
    }

    @Override
    public CommandInfo[] getPreferredCommands(String type) {
        return new CommandInfo[0];
    }

    @Override
    public CommandInfo[] getAllCommands(String type) {
        return new CommandInfo[0];
    }

    @Override
    public CommandInfo getCommand(String type, String command) {
        throw new UnsupportedOperationException("mails are written here, not read");
    }
}
