package org.torg.itests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Holds pages as they were served against the HTML standard, by the validator of the Nu Html Checker; asks nobody else. */
final class HtmlCheck {

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    /** What has become right since the checker was made: WHATWG HTML, 4.10.18.7.1, the user name may be an e-mail address. */
    private static final Pattern OUTDATED =
            Pattern.compile("Bad value .username. for attribute .autocomplete. on element .input.:.*");

    private final List<String> found = new ArrayList<>();
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);

    HtmlCheck() {
        try {
            Faults faults = new Faults();
            validator.setUpMainSchema(SCHEMA, faults);
            validator.setUpValidatorAndParsers(faults, false, false);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The schema cannot be read", e);
        }
    }

    /** What is wrong with a page, each with its line and column; empty of one that is as it should be. */
    synchronized List<String> faults(String page) {
        found.clear();
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
            source.setEncoding(StandardCharsets.UTF_8.name());
            validator.checkHtmlInputSource(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            found.add(String.valueOf(e.getMessage()));
        }
        return List.copyOf(found);
    }

    /** Warnings are its advice about old browsers and matters of taste; errors are where a page breaks the standard. */
    private final class Faults implements ErrorHandler {

        @Override
        public void warning(SAXParseException advice) {
            // Not held against a page.
        }

        @Override
        public void error(SAXParseException fault) {
            if (OUTDATED.matcher(fault.getMessage()).matches()) {
                return;
            }
            found.add(fault.getLineNumber() + ":" + fault.getColumnNumber() + " " + fault.getMessage());
        }

        @Override
        public void fatalError(SAXParseException fault) {
            error(fault);
        }
    }
}
