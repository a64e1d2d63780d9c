package org.torg.connectors.pdf;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Torg PDF")
@interface PdfConfiguration {

    @AttributeDefinition(description = "How many documents are made at the same time; each takes some dozen megabytes")
    int at_once() default 2;

    @AttributeDefinition(description = "Seconds that one more document waits for its turn")
    int turn() default 10;

    @AttributeDefinition(description = "Seconds after which a document is given up")
    int time() default 30;

    @AttributeDefinition(description = "Characters that a page and its style may have together")
    int max_characters() default 3_000_000;

    @AttributeDefinition(description = "Pages that a document may have")
    int max_pages() default 500;
}
