/** The catalogue as staff see it: articles, and imports with their reports. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.catalog;
