/** What is ordered again and again. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.favourite;
