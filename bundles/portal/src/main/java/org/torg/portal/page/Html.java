package org.torg.portal.page;

import gg.jte.html.HtmlTemplateOutput;

/** A page's content: a template with its values. */
@FunctionalInterface
public interface Html {
    void write(HtmlTemplateOutput output);
}
