/** The index in which articles are searched, by Lucene: which words an article has, and what a text asks for. */
@org.jspecify.annotations.NullMarked
package org.torg.search;
