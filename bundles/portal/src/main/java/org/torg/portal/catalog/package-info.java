/** What is for sale. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.catalog;
