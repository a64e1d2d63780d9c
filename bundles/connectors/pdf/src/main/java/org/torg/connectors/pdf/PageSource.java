package org.torg.connectors.pdf;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.torg.api.document.PrintedPage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Puts a page together as the library reads it. */
final class PageSource {

    private static final int REPLACEMENT = 0xFFFD;
    private static final String FONT = "html{font-family:" + Typefaces.FAMILY + "}\n";

    private PageSource() {}

    /** @throws IllegalArgumentException when the body is not well-formed; its message holds nothing of it */
    static Document of(PrintedPage page) {
        Document document = parse("<html><head/><body>" + clean(page.body()) + "</body></html>");
        Element html = document.getDocumentElement();
        html.setAttribute("lang", page.language().toLanguageTag());
        Element head = (Element) html.getFirstChild();
        head.appendChild(document.createElement("title")).setTextContent(clean(page.title()));
        // Readers for the blind ask for a description too.
        Element subject = document.createElement("meta");
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", clean(page.title()));
        head.appendChild(subject);
        head.appendChild(document.createElement("style")).setTextContent(FONT + clean(page.style()));
        unlink(html);
        return document;
    }

    /** Nothing leads out of a document, and nothing is fetched for it. */
    private static void unlink(Element element) {
        element.removeAttribute("href");
        element.removeAttribute("src");
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                unlink(inner);
            }
        }
    }

    /** What XML 1.0 can hold; a replacement sign for all else. */
    static String clean(String text) {
        return text.codePoints().allMatch(PageSource::isAllowed)
                ? text
                : text.codePoints()
                        .map(sign -> isAllowed(sign) ? sign : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isAllowed(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || (sign >= 0x20 && sign <= 0xD7FF)
                || (sign >= 0xE000 && sign <= 0xFFFD)
                || sign >= 0x10000;
    }

    /** No document type, so that there are no entities: none outside, and none that grow. */
    private static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("the page is not well-formed");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
