/** Pictures and documents of articles and categories, and articles that belong to others. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.catalog.media;
