package org.torg.connectors.pdf;

import java.lang.annotation.Annotation;

/** A configuration, with the defaults where nothing else is said. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record Settings(int at_once, int turn, int time, int max_characters, int max_pages) implements PdfConfiguration {

    static final Settings DEFAULTS = new Settings(2, 10, 30, 3_000_000, 500);

    @Override
    public Class<? extends Annotation> annotationType() {
        return PdfConfiguration.class;
    }
}
