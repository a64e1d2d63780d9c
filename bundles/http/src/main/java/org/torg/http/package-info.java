/** What the bundles that speak HTTP share: in which language somebody is answered, in which words, and from where they come. */
@org.jspecify.annotations.NullMarked
package org.torg.http;
