# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'find.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QLabel,
    QLineEdit, QListWidget, QVBoxLayout)

class Ui_Find(object):
    def setupUi(self, Find):
        if not Find.objectName():
            Find.setObjectName(u"Find")
        Find.resize(560, 400)
        self.outer = QVBoxLayout(Find)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(12, 12, 12, 12)
        self.words = QLineEdit(Find)
        self.words.setObjectName(u"words")
        self.words.setClearButtonEnabled(True)

        self.outer.addWidget(self.words)

        self.count = QLabel(Find)
        self.count.setObjectName(u"count")

        self.outer.addWidget(self.count)

        self.results = QListWidget(Find)
        self.results.setObjectName(u"results")
        self.results.setSpacing(2)
        self.results.setFrameShape(QFrame.Shape.NoFrame)
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)

        self.outer.addWidget(self.results)


        self.retranslateUi(Find)

        QMetaObject.connectSlotsByName(Find)
    # setupUi

    def retranslateUi(self, Find):
        Find.setWindowTitle(QCoreApplication.translate("Find", u"\u67e5\u627e", None))
        self.words.setPlaceholderText(QCoreApplication.translate("Find", u"\u683c\u5b50\u540d\u79f0\u6216\u6587\u5b57\uff0c\u51e0\u4e2a\u8bcd\u7528\u7a7a\u683c\u9694\u5f00\uff0c\u5982\uff1a\u4e0d\u4e88\u516c\u5f00 \u79d1\u7814", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("Find", u"\u8981\u627e\u7684\u5b57", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.results.setAccessibleName(QCoreApplication.translate("Find", u"\u627e\u5230\u7684\u5730\u65b9", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

