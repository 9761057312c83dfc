# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preview.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout)

class Ui_Preview(object):
    def setupUi(self, Preview):
        if not Preview.objectName():
            Preview.setObjectName(u"Preview")
        self.outer = QVBoxLayout(Preview)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(12, 8, 12, 8)
        self.count = QLabel(Preview)
        self.count.setObjectName(u"count")

        self.bar.addWidget(self.count)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.gap)

        self.farther = QPushButton(Preview)
        self.farther.setObjectName(u"farther")
        self.farther.setAutoDefault(False)

        self.bar.addWidget(self.farther)

        self.nearer = QPushButton(Preview)
        self.nearer.setObjectName(u"nearer")
        self.nearer.setAutoDefault(False)

        self.bar.addWidget(self.nearer)

        self.print_pages = QPushButton(Preview)
        self.print_pages.setObjectName(u"print_pages")
        self.print_pages.setAutoDefault(False)

        self.bar.addWidget(self.print_pages)

        self.close_preview = QPushButton(Preview)
        self.close_preview.setObjectName(u"close_preview")
        self.close_preview.setAutoDefault(False)

        self.bar.addWidget(self.close_preview)


        self.outer.addLayout(self.bar)

        self.scroll = QScrollArea(Preview)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)

        self.outer.addWidget(self.scroll)


        self.retranslateUi(Preview)

        QMetaObject.connectSlotsByName(Preview)
    # setupUi

    def retranslateUi(self, Preview):
        Preview.setWindowTitle(QCoreApplication.translate("Preview", u"\u9884\u89c8", None))
        self.farther.setText(QCoreApplication.translate("Preview", u"\u7f29\u5c0f", None))
#if QT_CONFIG(tooltip)
        self.farther.setToolTip(QCoreApplication.translate("Preview", u"\u7f29\u5c0f\uff08Ctrl+-\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.nearer.setText(QCoreApplication.translate("Preview", u"\u653e\u5927", None))
#if QT_CONFIG(tooltip)
        self.nearer.setToolTip(QCoreApplication.translate("Preview", u"\u653e\u5927\uff08Ctrl++\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.print_pages.setText(QCoreApplication.translate("Preview", u"\u6253\u5370\u2026", None))
        self.close_preview.setText(QCoreApplication.translate("Preview", u"\u5173\u95ed", None))
    # retranslateUi

